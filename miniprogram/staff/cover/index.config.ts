export default definePageConfig({ navigationBarTitleText: '假期代班', enablePullDownRefresh: true })
