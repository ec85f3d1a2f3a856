export default definePageConfig({ navigationBarTitleText: '竣工检验' })
