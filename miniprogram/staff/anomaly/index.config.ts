export default definePageConfig({ navigationBarTitleText: '用时异常', enablePullDownRefresh: true })
