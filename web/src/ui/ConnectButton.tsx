import { Button, type ButtonProps } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { connectAddress } from '@/app/useConnectOutcome';

interface Props extends Pick<ButtonProps, 'variant' | 'size' | 'mt' | 'children'> {
  /** The page that the browser comes back to. */
  returnTo: string;
}

/** Leads to TikTok's page of consent, and back with an account. */
export function ConnectButton({ returnTo, ...rest }: Props) {
  return (
    <Button
      component="a"
      href={connectAddress(returnTo)}
      leftSection={<IconPlugConnected aria-hidden size={18} />}
      {...rest}
    />
  );
}
