/**
 * GBK had characters (FE50 to FEA0) before Unicode did, and Windows kept them at numbers of private use, U+E815 to U+E864, in order.
 * Old registers and keyboards still write them so: U+E863 for 䶮. GB 18030-2022 gives each its own number.
 */
const FIRST = 0xe815
const CHARACTERS = Array.from(
  '⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱' +
    '䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻',
)

/** The text with the characters of private use that GBK wrote as the characters they are. Another private use means nothing here and stays. */
export const withoutPrivateUse = (text: string): string =>
  text.replace(/[\uE815-\uE864]/g, (old) => CHARACTERS[old.charCodeAt(0) - FIRST])
