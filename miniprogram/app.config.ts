export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/apply-certificate/index',
    'pages/apply-place/index',
    'pages/apply-sign/index',
    'pages/case/index',
    'pages/why/index',
    'pages/guide/index',
  ],
  subPackages: [
    {
      root: 'staff',
      name: 'staff',
      pages: [
        'tasks/index',
        'case/index',
        'visit/index',
        'energize/index',
        'overview/index',
        'ledger/index',
        'bind/index',
      ],
    },
  ],
  window: {
    navigationBarTitleText: '一证办电',
    navigationBarBackgroundColor: '@navigationBackground',
    navigationBarTextStyle: '@navigationText',
    backgroundColor: '@pageBackground',
    backgroundTextStyle: '@pullText',
  },
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  themeLocation: 'theme.json',
  __usePrivacyCheck__: true,
  permission: { 'scope.userLocation': { desc: '用于在地图上标出用电地点，可以不标' } },
  requiredPrivateInfos: ['chooseLocation'],
})
