import { useEffect, useState } from 'react';

/**
 * What is on its way, once it is there. Unlike with a suspended part nothing is shown in its place first, and React
 * holds back for 0.3 s whatever takes the place of such a stand-in.
 */
export function useComing<T>(coming: Promise<T>): T | undefined {
  const [come, setCome] = useState<{ of: Promise<T>; value: T }>();
  useEffect(() => {
    let gone = false;
    void coming.then((value) => !gone && setCome({ of: coming, value }));
    return () => {
      gone = true;
    };
  }, [coming]);
  return come?.of === coming ? come.value : undefined;
}
