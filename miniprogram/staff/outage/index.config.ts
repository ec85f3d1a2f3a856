export default definePageConfig({ navigationBarTitleText: '停电计划' })
