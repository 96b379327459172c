import sharp from 'sharp';

// Everything else that libvips could read is no image of ours: SVG above all, which fetches what it names.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
});
// One thread for the one core that the function has, and so that the same bytes always give the same ones.
sharp.concurrency(1);
sharp.cache(false);

export { sharp };
