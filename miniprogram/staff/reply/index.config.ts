export default definePageConfig({ navigationBarTitleText: '供电方案' })
