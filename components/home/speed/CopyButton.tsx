import { Button } from '@/components/ui/Button';
import { useToast } from '@/components/ui/ToastProvider';
import { copyText } from '@/lib/platform/copy-text';
import { t } from '@/lib/platform/i18n';

/** Puts a list on the clipboard, and says whether that worked. */
export function CopyButton({ label, text }: { readonly label: string; readonly text: () => string }) {
  const toast = useToast();
  const copy = async () => {
    const copied = await copyText(text());
    toast({ text: t(copied ? 'speed_copied' : 'speed_not_copied') });
  };
  return (
    <Button icon="copy" onClick={() => void copy()}>
      {label}
    </Button>
  );
}
