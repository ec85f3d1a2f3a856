import type { StaffCaseView } from '../contract/case'
import type { MaterialGroupCode, Role } from '../contract/vocabulary'
import { titleOfGroup } from './materials'
import { type CaseState, isClosed } from './state'

type CasePicture = StaffCaseView['pictures'][number]

/** The pictures of a case a role may look at: whoever is asked about a scheme needs the place, not the person's papers. */
export const picturesFor = (state: CaseState, role: Role): CasePicture[] =>
  picturesOf(state).filter(({ purpose }) => role !== 'reviewer' || TECHNICAL.includes(purpose))
const TECHNICAL: readonly string[] = ['site', 'drawing', 'problem', 'remedy', 'evidence']

/** Every picture a case holds, and what it is of; none once it was withdrawn. */
function picturesOf(state: CaseState): CasePicture[] {
  if (state.status === 'withdrawn') return []
  const all = (pictures: readonly string[], purpose: string, title: string): CasePicture[] =>
    pictures.map((picture) => ({ picture, purpose, title }))
  return [
    ...Object.entries(state.papers).flatMap(([group, { pictures }]) =>
      all(pictures, group, titleOfGroup(group as MaterialGroupCode)),
    ),
    ...(isClosed(state.status) ? [] : state.replaced).flatMap(({ group, pictures }) =>
      all(pictures, group, `换下的${titleOfGroup(group)}`),
    ),
    ...all(state.site, 'site', '现场照片'),
    ...all(state.drawings, 'drawing', '方案图纸'),
    ...problemPictures(state),
    ...state.anomalies.flatMap(({ pictures }) => all(pictures, 'evidence', '用时异常证据')),
    ...all(state.signatures, 'signature', '申请人签名'),
    ...all(state.surveySignature ? [state.surveySignature] : [], 'signature', '勘察签名'),
  ]
}

/** What inspectors photographed, and what was put right: the applicant may see both. */
export const problemPictures = ({ inspections }: CaseState): CasePicture[] =>
  inspections.flatMap(({ remedies, problems }, index) => [
    ...remedies.flatMap(({ pictures }) =>
      pictures.map((picture) => ({ picture, purpose: 'remedy', title: `第${index + 1}次报验的整改照片` })),
    ),
    ...(problems ?? []).flatMap(({ pictures }) =>
      pictures.map((picture) => ({ picture, purpose: 'problem', title: `第${index + 1}次检验的问题照片` })),
    ),
  ])
