/** 原文不一致或没有写明之处: what the texts say, what is taken, and why. Shown to officials beside the figures. */
export const decisions: readonly { where: string; says: string; taken: string; because: string }[] = [
  {
    where: '二、整改目标；三(三)1；附件1、附件3',
    says: '一般低压接电:目标写5个工作日,措施和附件写4个工作日',
    taken: '4个工作日',
    because: '措施和附件更细、更严,且与“提升3个工作日”相符',
  },
  {
    where: '三(三)1',
    says: '“平均时限压缩至”与“不超过”并用',
    taken: '每件都不超过,另报平均',
    because: '两种说法都有效:单件有上限,平均用来考核',
  },
  {
    where: '二、三(三)1；附件1至3',
    says: '用电报装:正文写1个工作日,附件写当日办结',
    taken: '当日办结',
    because: '从严',
  },
  {
    where: '附件3“竣工检验和装表接电”',
    says: '只写高压单电源、双电源,未写35kV及以上',
    taken: '35kV及以上按双电源:市8个、自治区10个工作日',
    because: '附件2把两者并列,写8个工作日',
  },
  {
    where: '三(四)2',
    says: '整改前:低压7个、单电源24个“工作日”,双电源40“天”',
    taken: '只照原样展示,不参与计算',
    because: '单位不同,不能相比',
  },
  {
    where: '全文',
    says: '没有文号、成文日期和施行日期',
    taken: '自2019-02-28起',
    because: '附件4第3、8项要求这一天前定出并公布时限',
  },
  {
    where: '附件3“自治区办理时限”',
    says: '自治区时限由市方案转述',
    taken: '按转述计算,与市时限并列',
    because: '自治区原文不在手上',
  },
  {
    where: '三(三)3',
    says: '“全类别低压”免费装表到户',
    taken: '低压都按“三零”对待',
    because: '免费到表即零投资;国家对“三零”用户的期限因此适用',
  },
  {
    where: '三(三)4',
    says: '要求工单超时自动预警,没有写提前多久',
    taken: '提前1个工作日、当天、超时、超时后第1个工作日',
    because: '配置,可改',
  },
]
