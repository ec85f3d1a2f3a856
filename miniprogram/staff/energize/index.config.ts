export default definePageConfig({ navigationBarTitleText: '装表送电' })
