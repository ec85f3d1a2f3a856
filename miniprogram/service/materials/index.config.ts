export default definePageConfig({ navigationBarTitleText: '需要什么材料' })
