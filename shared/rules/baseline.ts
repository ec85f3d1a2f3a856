import { liuzhouPlan } from './sources'

/** 整改前水平和先进水平, as the plan writes them: what the monthly report is held against. */
export const baseline = {
  liuzhouBefore: { stages: 4.6, workingDays: 19.9, materials: 6.6 },
  bestInChina: { stages: 2, workingDays: 1, materials: 1.7 },
  bestInGuangxi: { stages: 2, workingDays: 1.8, materials: 2 },
  /** Stages before the improvement of June 2018. */
  stagesBefore: { lowVoltage: 2, highVoltage: 5 },
  /** Mean connection time before, in the text's own units: 40 is written 天, so nothing is computed from it. */
  meanBefore: { lowVoltage: '7个工作日', hvSingle: '24个工作日', hvDual: '40天' },
  source: { document: liuzhouPlan.title, section: '前言、一、三(四)', confidence: 'text' },
} as const
