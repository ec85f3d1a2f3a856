/** The three screens of an application, in their order. */
export const APPLY_STEPS = ['拍证件', '在哪用电', '核对签名']
