// A screenshot with 256 colours: a third of the bytes, and no eye sees the difference on a page of text.
import { crc32, deflateSync } from 'node:zlib';

/** Runs in a page: the colours that occur most, and for each pixel the number of the nearest. */
const quantise = async (base64) => {
  const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], { type: 'image/png' }));
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const pixels = Array.from({ length: width * height }, (_, at) => (data[4 * at] << 16) | (data[4 * at + 1] << 8) | data[4 * at + 2]);
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const palette = [...counts].sort(([, one], [, other]) => other - one).slice(0, 256).map(([colour]) => colour);
  const apart = (one, other) => [16, 8, 0].reduce((sum, shift) => sum + (((one >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
  const nearest = new Map(palette.map((colour, index) => [colour, index]));
  const indexOf = (pixel) => {
    if (!nearest.has(pixel)) nearest.set(pixel, palette.reduce((best, colour, index) => (apart(colour, pixel) < apart(palette[best], pixel) ? index : best), 0));
    return nearest.get(pixel);
  };
  const rows = Array.from({ length: height }, (_, y) => [0, ...pixels.slice(y * width, (y + 1) * width).map(indexOf)]).flat();
  let text = '';
  for (let at = 0; at < rows.length; at += 8192) text += String.fromCharCode(...rows.slice(at, at + 8192));
  return { width, height, palette, rows: btoa(text) };
};

const uint32 = (value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type), data]);
  return Buffer.concat([uint32(data.length), body, uint32(crc32(body))]);
};

/**
 * @param {import('playwright').Page} page any page on a secure or local address; it lends its canvas
 * @param {Buffer} png a picture with all its colours
 * @returns {Promise<Buffer>} the same picture with at most 256 colours
 */
export const indexedPng = async (page, png) => {
  const { width, height, palette, rows } = await page.evaluate(quantise, png.toString('base64'));
  const header = Buffer.concat([uint32(width), uint32(height), Buffer.from([8, 3, 0, 0, 0])]);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('PLTE', colours), chunk('IDAT', deflateSync(Buffer.from(rows, 'base64'), { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
};
