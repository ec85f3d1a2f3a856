export default definePageConfig({ navigationBarTitleText: '一证办电', enablePullDownRefresh: true })
