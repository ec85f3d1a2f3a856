export default definePageConfig({ navigationBarTitleText: '转给同事' })
