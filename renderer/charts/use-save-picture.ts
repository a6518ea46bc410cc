import { useMutation } from '@tanstack/react-query';
import { longestImage, type ImageFormat } from '../../shared/exports/types.ts';
import { formatBytes } from '../app/number-format.ts';
import { useClient } from '../contract/ClientProvider.tsx';
import { notifyError } from '../contract/notify.ts';
import { showWritten } from '../exports/written-notice.tsx';
import { useAppInfo } from '../library/use-library.ts';
import { toPngBase64, toSvgText, type ChartPicture } from './chart-image.ts';

const longestName = 150;

/** Draws a chart as it is now, asks where to save it, and tells where it is. */
export function useSavePicture(fileName: string, takePicture: () => ChartPicture | null) {
  const client = useClient();
  const canShowInFolder = useAppInfo()?.canShowInFolder ?? false;
  return useMutation({
    mutationFn: async (format: ImageFormat) => {
      const picture = takePicture();
      if (picture === null) throw new Error('The chart is not drawn yet.');
      const content = format === 'png' ? await toPngBase64(picture) : toSvgText(picture);
      if (content.length > longestImage) throw new Error('The picture is too large: zoom in, or save it as a PNG.');
      const suggestedName = Array.from(fileName).slice(0, longestName).join('');
      const target = await client.call('exports.chooseFile', { suggestedName, format });
      if (target === null) return;
      const { path, sizeBytes } = await client.call('exports.writeImage', { file: target.token, format, content });
      const show = () => void client.call('exports.showInFolder', { file: target.token }).catch(notifyError);
      showWritten({
        id: target.token,
        title: `${target.name}: saved`,
        facts: formatBytes(sizeBytes),
        path,
        showInFolder: canShowInFolder ? show : null,
      });
    },
    onError: notifyError,
  });
}
