import { useEffect, useState } from 'react';

/** An address for a file of this device, as long as it is shown. */
export function useObjectUrl(): [string | null, (file: File | null) => void] {
  const [file, setFile] = useState<File | null>(null);
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (file === null) {
      setAddress(null);
      return;
    }

    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return [address, setFile];
}
