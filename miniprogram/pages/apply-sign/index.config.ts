export default definePageConfig({ navigationBarTitleText: '核对签名', disableScroll: false })
