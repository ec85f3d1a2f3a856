export default definePageConfig({ navigationBarTitleText: '时间和记录' })
