export default definePageConfig({ navigationBarTitleText: '接入点' })
