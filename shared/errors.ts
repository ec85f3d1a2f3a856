import { deviceErrors, type ErrorText, filledIn } from './deviceErrors'

/**
 * Every refusal a person can meet: code → Chinese text that names what to do next, and whether the same request may be
 * sent again unchanged. Texts take parameters as {name}; parameters never carry personal data.
 */
const errors = {
  ...deviceErrors,
  NOT_FOUND: { text: '没有找到这件申请。请返回，从列表里重新进入。', retryable: false },
  /** `pictures`: their ids, so that a half-filled application goes on without them. */
  PICTURE_GONE: {
    text: '{what}的照片已经删除：传上来 3 天还没提交的照片不保留。请重新拍照后再提交。',
    retryable: false,
  },
  /** Only to whoever the record names as the case's manager until a few days ago: to others it is not there. */
  CASE_HANDED_OVER: {
    text: '这件现在由{name}办。您没发出去的内容可以转给{name}，由{name}看过再用；也可以不要了。',
    retryable: false,
  },
  PROPOSAL_GONE: { text: '这份转来的内容已经处理过了。请刷新页面。', retryable: false },
  NOT_STAFF: { text: '您还没有开通工作人员权限。请向主管要一条邀请链接，打开后即可使用。', retryable: false },
  NOT_ALLOWED: { text: '这一步现在不能由您办理。请刷新页面，看现在该谁办。', retryable: false },
  INVITATION_INVALID: { text: '邀请链接无效、已用过或已过期。请向主管重新要一条。', retryable: false },
  CASE_CHANGED: { text: '这件申请刚刚有了新进展。已为您留住填写的内容，请刷新核对后再提交。', retryable: false },
  COMMAND_REUSED: { text: '这次提交与之前的内容不一致。请返回上一页重新提交。', retryable: false },
  ID_NUMBER_WRONG: { text: '{why}。', retryable: false },
  ADDRESS_WRONG: { text: '{why}。', retryable: false },
  OTHER_PERSON: {
    text: '更正只改认错、写错的字。换了人或换了单位用电，请撤回这一件，再点“我要用电”重新申请。',
    retryable: false,
  },
  OTHER_DISTRICT: {
    text: '这件申请办的是{district}的用电，更正不能换到别的区县：{why}。换了地方，请撤回这一件，再点“我要用电”重新申请。',
    retryable: false,
  },
  CREDIT_CODE_WRONG: { text: '{why}。', retryable: false },
  MATERIAL_NOT_ALLOWED: { text: '规定里没有要求这样材料（{what}），不能向用户收取。', retryable: false },
  MATERIAL_ALREADY_RECEIVED: { text: '这样材料已经收到了，不用再交。', retryable: false },
  MATERIAL_NOT_RECEIVED: { text: '这样材料还没有交过，不用换，直接补交就行。', retryable: false },
  MATERIALS_MISSING: { text: '还差{what}。请先拍照补上，再登记送电。', retryable: false },
  PDF_ENCRYPTED: { text: '这个 PDF 设了密码。请用没有密码的文件，或对着要交的几页拍照。', retryable: false },
  PDF_UNREADABLE: { text: '这个 PDF 打不开，可能已损坏。请重新导出一份，或对着要交的几页拍照。', retryable: false },
  PDF_PLACEHOLDER: {
    text: '这个 PDF 里能看到的只是一页提示，内容要用专门的软件才能打开。请用那个软件打开后打印，另存为 PDF；或对着要交的几页拍照。',
    retryable: false,
  },
  PDF_TOO_COMPLEX: { text: '这个 PDF 太复杂，转不成图片。请把要交的几页截图或拍照，再从相册选。', retryable: false },
  FORM_ALTERED: { text: '这份申请书与签名时的记录对不上，已停止打开。请拨打 95598 核实。', retryable: false },
  READER_BUSY: { text: '证件识别暂时用不了。您可以手工填写姓名和号码，照样能申请。', retryable: true },
  READER_QUOTA: { text: '今天的证件识别次数用完了。请手工填写姓名和号码，照样能申请。', retryable: false },
  READER_LIMIT: {
    text: '您今天的证件识别次数用完了（每人每天 {most} 张，明天可以再用）。请手工填写姓名和号码，照样能申请。',
    retryable: false,
  },
  SCHEME_UNSUITABLE: { text: '这种供电方案不适合这件申请的电源或容量。请另选一种。', retryable: false },
  POINTS_TWO: {
    text: '两个电源要接在两个不同的地方。请把主供和备用的接入点都填上，而且不能是同一处。',
    retryable: false,
  },
  POINT_TOO_MANY: { text: '这种供电方案只有一个电源。请只留一个接入点，或改选双电源的方案。', retryable: false },
  LINE_PICTURE_MISSING: {
    text: '要架设外部线路，还没有线路的现场照片。请至少拍一张线路要经过的地方，再提交。',
    retryable: false,
  },
  REVIEW_EXEMPT: { text: '标准化供电方案免审批，不能再送审。请直接答复用户。', retryable: false },
  REVIEW_TOO_WIDE: { text: '会签最多{departments}个部门、{reviewers}个人。请减少人数后再送。', retryable: false },
  REVIEW_UNANSWERED: { text: '有会签人不同意。请写明怎么处理，再答复用户。', retryable: false },
  REPORT_MISSING: { text: '还没有竣工报告。请拍下施工单位交给您的竣工报告，再申请检验。', retryable: false },
  PROBLEMS_LEFT: { text: '问题清单上还有没整改的。请逐条改好、勾上，再重新报验。', retryable: false },
  REVIEWER_UNKNOWN: { text: '选的会签人现在不能会签。请刷新名单后重新选。', retryable: false },
  COLLEAGUE_UNKNOWN: { text: '选的同事不能办这个县区的申请。请刷新名单后重新选。', retryable: false },
  ASSIGNED_ALREADY: { text: '这件申请已经由这位客户经理办理，不用再转。', retryable: false },
  POINT_UNKNOWN: { text: '没有找到这个接入点。请从列表里重新选，或填写线路和杆号。', retryable: false },
  OUTAGE_TOO_EARLY: { text: '停电要提前一个月安排，最早是{day}。请另选日子。', retryable: false },
  DAY_PAST: { text: '这一天已经过去了。请选今天或以后的日子。', retryable: false },
  TIME_PAST: { text: '今天的这个时段已经过去了。请选晚一点的时段，或别的日子。', retryable: false },
  CHANGED_OFTEN: {
    text: '这件申请已经改过很多次，不能在这里再改。请打客户经理的电话，或拨打 95598。',
    retryable: false,
  },
  URGED_ALREADY: { text: '已经替您催过了，客户经理和主管都收到了。过几个小时还没动静可以再催。', retryable: false },
  COMPLAINTS_OPEN: { text: '您前面的投诉还在处理。等有了答复再提新的；着急请拨打 95598。', retryable: false },
  ANSWERED_ALREADY: { text: '这条投诉已经答复过了。请刷新页面。', retryable: false },
  TIME_ANSWERED: { text: '这个补传的时间已经确认过了。请刷新页面。', retryable: false },
  RATED_ALREADY: { text: '您已经评价过了，谢谢。', retryable: false },
  ANOMALY_RECORDED: { text: '这个原因已经登记过、还没有解除，不用再登记。', retryable: false },
  NO_MANAGER: { text: '暂时没有可分派的客户经理。您填的内容已保存，请稍后再提交或拨打 95598。', retryable: true },
  RULES_UNAVAILABLE: {
    text: '找不到这一天适用的时限规定，已停止办理以免给您错误的日期。请拨打 95598。',
    retryable: false,
  },
  STORAGE_FULL: { text: '服务器存储空间不足，没有提交成功。您填的内容都在，请稍后再试或拨打 95598。', retryable: true },
} as const satisfies Record<string, ErrorText>

export type ErrorCode = keyof typeof errors

/** An error as it crosses the wire. `message` is ready to show. */
export interface AppError {
  code: ErrorCode
  message: string
  retryable: boolean
  params: Record<string, string>
}

/** Builds the error to answer with. */
export function appError(code: ErrorCode, params: Record<string, string> = {}): AppError {
  const { text, retryable } = errors[code]
  return { code, message: filledIn(text, params), retryable, params }
}
