declare const tiers: Record<'fast' | 'backend' | 'journeys', string[]>
export = tiers
