export default definePageConfig({ navigationBarTitleText: '替用户报验' })
