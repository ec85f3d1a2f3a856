export default definePageConfig({ navigationBarTitleText: '柜台代办', enablePullDownRefresh: true })
