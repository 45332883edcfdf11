import { ToastProvider } from '@/components/ui/ToastProvider';
import '@/components/ui/tokens.css';
import '@/components/ui/base.css';
import { CardGallery } from './CardGallery.tsx';
import { ControlGallery } from './ControlGallery.tsx';
import './gallery.css';
import { RingGallery } from './RingGallery.tsx';

/** Every part in every state, to look at and to test. Not shipped. */
export function Gallery() {
  return (
    <ToastProvider>
      <main className="gallery">
        <h1>Gallery</h1>
        <RingGallery />
        <CardGallery />
        <ControlGallery />
      </main>
    </ToastProvider>
  );
}
