export default definePageConfig({ navigationBarTitleText: '联系用户' })
