import { code, checkFields, type CodeText } from './code-text.js';

/** Photos and documents that are uploaded. */
export const photoCodes = {
  'photo.not-found': code(404, '没有找到这份文件。', 'This file was not found.'),
  'photo.off': code(409, '目前不收人脸照片。', 'Face photos are not taken at present.', [
    '不传照片也能入校。',
    'You can enter without a photo.',
  ]),
  'photo.not-asked-for': code(409, '目前不需要上传材料。', 'No documents are asked for at present.'),
  'photo.wrong-type': code(
    422,
    '不支持这种文件。照片请用 JPEG、PNG 或 WebP，材料还可以用 PDF。',
    'This kind of file is not taken: use JPEG, PNG or WebP; documents may also be PDF.',
  ),
  'photo.too-large': code(
    413,
    '文件太大：照片最大 500 KB，材料最大 5 MB。',
    'Too large: photos up to 500 KB, documents up to 5 MB.',
    ['请换一张，或先压缩。', 'Choose another one, or make it smaller first.'],
  ),
  'photo.unreadable': code(422, '图片打不开，可能已损坏。', 'The picture cannot be read; it may be damaged.', [
    '请换一张。',
    'Choose another one.',
  ]),
  'photo.too-small': code(422, '照片太小，看不清人脸。', 'The photo is too small to show a face.', [
    '请用原图，或重新拍一张。',
    'Use the original, or take a new one.',
  ]),
  'photo.blurred': code(422, '照片模糊。', 'The photo is blurred.', [
    '请擦净镜头，拿稳手机重拍。',
    'Wipe the lens, hold the phone still and take it again.',
  ]),
  'photo.too-dark': code(422, '照片太暗。', 'The photo is too dark.', [
    '请到亮一点的地方，面向光线重拍。',
    'Face the light in a brighter place and take it again.',
  ]),
  'photo.too-bright': code(422, '照片太亮。', 'The photo is too bright.', [
    '请避开强光重拍。',
    'Move out of the glare and take it again.',
  ]),
  'photo.upload-gone': code(
    422,
    '上传的文件已失效，请重新上传。',
    'The upload has lapsed: please upload it again.',
    checkFields,
  ),
} as const satisfies Record<string, CodeText>;
