import { createRoot } from 'react-dom/client';
import '../builders/catalogue.ts';
import { Gallery } from './Gallery.tsx';
import { SidebarSketch } from './SidebarSketch.tsx';

const root = document.getElementById('root');
const theme = new URLSearchParams(location.search).get('theme');
if (theme) document.documentElement.dataset.theme = theme;
if (root) createRoot(root).render(location.hash === '#sidebar' ? <SidebarSketch /> : <Gallery />);
