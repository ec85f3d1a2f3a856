/** A mainland mobile number: 11 digits, as the contract has it. */
export const phoneError = (phone: string): string | null =>
  /^1[3-9]\d{9}$/.test(phone) ? null : '请填写 11 位手机号，客户经理上门前会打这个电话'
