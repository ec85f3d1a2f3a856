export default definePageConfig({ navigationBarTitleText: '拍一张证件' })
