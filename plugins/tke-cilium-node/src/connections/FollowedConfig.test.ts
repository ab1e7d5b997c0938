import { mockServices } from '@backstage/backend-test-utils';
import { ConfigSources, MutableConfigSource } from '@backstage/config-loader';
import { FollowedConfig } from './FollowedConfig';

describe('FollowedConfig', () => {
  const logger = mockServices.logger.mock();

  beforeEach(() => jest.clearAllMocks());

  async function follow(data: { size?: number | string; other?: string }) {
    const source = MutableConfigSource.create({ data });
    const config = await ConfigSources.toConfig(source);
    const followed = FollowedConfig.create<{ size: number }>({
      config,
      read: from => ({ size: from.getNumber('size') }),
      what: 'Sizes',
      logger,
    });
    return {
      followed,
      set: async (changed: typeof data) => {
        source.setData(changed);
        await new Promise(resolve => setTimeout(resolve, 20));
      },
      close: () => {
        followed.stop();
        config.close();
      },
    };
  }

  it('has the value that is configured now', async () => {
    const { followed, set, close } = await follow({ size: 1 });
    expect(followed.current).toEqual({ size: 1 });
    await set({ size: 2 });
    expect(followed.current).toEqual({ size: 2 });
    followed.stop();
    await set({ size: 3 });
    expect(followed.current).toEqual({ size: 2 });
    close();
  });

  it('keeps the value when the new one cannot be used, and says so once', async () => {
    const { followed, set, close } = await follow({ size: 1 });
    await set({ size: 'big' });
    await set({ size: 'big', other: 'changed' });
    expect(followed.current).toEqual({ size: 1 });
    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringMatching(/^Sizes stay as they were.*'size'/),
    );
    expect(logger.error.mock.calls[0][0]).not.toContain('big');

    await set({ size: 4 });
    expect(followed.current).toEqual({ size: 4 });
    expect(logger.info).toHaveBeenCalledWith(
      'Sizes: the configuration is good again, and used',
    );
    await set({});
    expect(logger.error).toHaveBeenCalledTimes(2);
    close();
  });

  it('does not begin with a value that cannot be used', async () => {
    await expect(follow({ size: 'big' })).rejects.toThrow(/'size'/);
  });
});
