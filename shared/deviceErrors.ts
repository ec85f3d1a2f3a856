/** Refusals and faults a device meets before any server answers: the pages carry these texts, and no others. */
export const deviceErrors = {
  BAD_REQUEST: { text: '填写的内容有误：{what}。请改正后再提交。', retryable: false },
  NOT_SIGNED_IN: { text: '没有认出您是谁。请关掉小程序重新打开；网页版请重新登录。', retryable: false },
  SIGNATURE_MISSING: { text: '还没有签名。请用手指在签名框里写上名字。', retryable: false },
  PICTURE_MISSING: { text: '照片没有传上来。请检查网络后重新拍照。', retryable: false },
  PICTURE_EMPTY: { text: '这张照片是空的。请重新拍一张。', retryable: false },
  PICTURE_TOO_LARGE: { text: '照片太大了（最大 {max}）。请离近一点只拍证件，或换一张小些的照片。', retryable: false },
  PICTURE_NOT_IMAGE: { text: '这不是照片。请拍照，或选一张 JPG、PNG 图片。', retryable: false },
  PICTURE_HEIC: {
    text: '这是 HEIC 格式的照片，这里打不开。请打开它截一张图，选这张截图；或直接拍照。',
    retryable: false,
  },
  FILE_OFD: {
    text: '这是 OFD 版式文件，这里打不开。请用看它的软件导出或打印成 PDF 再选，或对着要交的几页拍照。',
    retryable: false,
  },
  FILE_OFFICE: {
    text: '这是 Word 或 Excel 文件，这里打不开。请另存为 PDF 再选，或对着要交的几页拍照。',
    retryable: false,
  },
  PICTURES_TOO_MANY: { text: '这里一次最多选 {max} 张照片。请少选几张。', retryable: false },
  PICTURE_UNREADABLE: { text: '照片打不开，可能已损坏。请重新拍一张。', retryable: false },
  PDF_NOT_PDF: { text: '这不是完整的 PDF 文件。请重新导出或重新下载一份，或对着要交的几页拍照。', retryable: false },
  PDF_TOO_LARGE: {
    text: '这个 PDF 太大了（最大 {max}）。请只把要交的几页另存成一个 PDF，或对着那几页拍照。',
    retryable: false,
  },
  PDF_TOO_MANY_PAGES: {
    text: '这个 PDF 有 {pages} 页，这样材料最多还能放 {max} 页。请只把要交的几页另存成一个 PDF，或对着那几页拍照。',
    retryable: false,
  },
  PDF_OFFLINE: { text: '没有网络，PDF 没能转成图片。请有网后再选一次，或先对着要交的几页拍照。', retryable: false },
  NOT_AGREED: { text: '您没有同意使用{what}。{instead}，或再点一次并同意。', retryable: false },
  NOT_PERMITTED: { text: '手机没有允许微信使用{what}。{instead}，或打开设置、允许后再点一次。', retryable: false },
  NOT_POSSIBLE: { text: '{what}这会儿用不了。{instead}，或过一会儿再点一次。', retryable: false },
  BUSY: { text: '正在办理的人较多，没有提交成功。您填的内容都在，请稍等几秒再点一次。', retryable: true },
  INTERNAL: {
    text: '系统出了点问题，没有提交成功。您填的内容都在，请稍后再点一次；仍不行请拨打 95598。',
    retryable: true,
  },
  SLOW: { text: '服务器这会儿很慢，还没有答复。您填的内容都在，请稍等一会儿再点一次。', retryable: true },
  // A command is kept and sent again by itself; a look or a picture is not.
  OFFLINE: { text: '现在没有网络。您填的内容已存在手机里，有网后会自动再试。', retryable: true },
  // Full or blocked: what was written lasts as long as the page is open.
  NOT_STORED: { text: '手机存不下了，请不要关掉这一页，连上网再提交。', retryable: true },
  OFFLINE_NOW: { text: '现在没有网络。连上网后再点一次就行，填好的内容都在。', retryable: true },
} as const satisfies Record<string, ErrorText>

/** Chinese that names what to do next, and whether the same request may be sent again unchanged. */
export interface ErrorText {
  text: string
  retryable: boolean
}

/** A text with its parameters as {name} filled in; missing ones leave no braces behind. */
export const filledIn = (text: string, params: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
