import { distanceMetres } from '../state/geometry'
import { type Document, isDocument } from '../state/sortableKey'

/** Reads the documents of a collection that match a query. */
type Reader = (collection: string, query: Document) => Document[]

type GeoNear = {
  near: unknown
  distanceField: string
  key?: string
  query?: Document
  minDistance?: number
  maxDistance?: number
  distanceMultiplier?: number
  limit?: number
  num?: number
}

/** The first field that holds a point, where the stage names none: the platform would take its geographic index's. */
const pointField = (document: Document): string | undefined =>
  Object.keys(document).find((field) => isDocument(document[field]) && document[field].type === 'Point')

/** The aggregation stage `$geoNear`, which mingo lacks: nearest first, each with its distance in metres. */
export const geoNearStage = (read: Reader, collection: string, stage: Document): Document[] => {
  const {
    near,
    distanceField,
    key,
    query = {},
    minDistance = 0,
    maxDistance = Number.POSITIVE_INFINITY,
    ...rest
  } = stage as GeoNear
  return read(collection, query)
    .map((document) => ({ document, metres: distanceMetres(near, document[key ?? pointField(document) ?? '']) }))
    .filter(({ metres }) => metres >= minDistance && metres <= maxDistance)
    .sort((a, b) => a.metres - b.metres)
    .slice(0, rest.limit ?? rest.num ?? 100)
    .map(({ document, metres }) => ({ ...document, [distanceField]: metres * (rest.distanceMultiplier ?? 1) }))
}
