import { Text, View } from '@tarojs/components'

/** Names and values, as on a form. Rows without a value are left out. */
export const Facts = ({ rows }: { rows: [name: string, value: string | null | undefined][] }) => (
  <View>
    {rows
      .filter(([, value]) => value)
      .map(([name, value]) => (
        <View key={name} className='facts__row'>
          <Text className='facts__name'>{name}</Text>
          <Text className='facts__value'>{value}</Text>
        </View>
      ))}
  </View>
)
