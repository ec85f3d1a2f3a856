export default definePageConfig({ navigationBarTitleText: '会签' })
