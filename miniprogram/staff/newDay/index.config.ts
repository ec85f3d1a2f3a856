export default definePageConfig({ navigationBarTitleText: '新的日子' })
