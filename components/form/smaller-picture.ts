const longest = 2000
const enough = 700_000

/**
 * The same picture with a longest side of 2,000 px, as JPEG; itself when it is small already, may be see-through, or
 * cannot be opened here (then the server says what is wrong with it). Phones take pictures far larger than we keep.
 */
export async function smaller(file: File): Promise<File> {
  if (file.size <= enough || file.type !== 'image/jpeg') return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.86))
    return blob && blob.size < file.size ? new File([blob], 'picture.jpg', { type: 'image/jpeg' }) : file
  } catch {
    return file
  }
}
