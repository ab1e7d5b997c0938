import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { AnyAccess } from './AnyAccess';
import { ApiServerAccess } from './ApiServerAccess';

const ACCESS = { kubeconfig: 'the right one' } as ApiServerAccess;
const gone = async () => {
  throw new NotFoundError('no such cluster here');
};
const closed = async () => {
  throw new ServiceUnavailableError('not opened');
};

describe('AnyAccess', () => {
  it('finds the source that has the cluster, and asks it first from then on', async () => {
    const wrong = { access: jest.fn(gone) };
    const right = { access: jest.fn(async () => ACCESS) };
    const any = AnyAccess.create([wrong, right]);
    expect(await any.access()).toBe(ACCESS);
    expect(await any.access()).toBe(ACCESS);
    expect(wrong.access).toHaveBeenCalledTimes(1);
    expect(right.access).toHaveBeenCalledTimes(2);
  });

  it('leaves sources without the cluster alone for a minute', async () => {
    const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
    const source = { access: jest.fn(gone) };
    const any = AnyAccess.create([source]);
    await expect(any.access()).rejects.toThrow('no such cluster here');
    clock.mockReturnValue(59_999);
    await expect(any.access()).rejects.toThrow('no such cluster here');
    expect(source.access).toHaveBeenCalledTimes(1);
    clock.mockReturnValue(60_000);
    source.access.mockImplementation(async () => ACCESS as never);
    expect(await any.access()).toBe(ACCESS);
    clock.mockRestore();
  });

  it('asks the others again when that one fails', async () => {
    const moved = { access: jest.fn(gone) };
    moved.access.mockImplementationOnce(async () => ACCESS as never);
    const now = { access: async () => ACCESS };
    const any = AnyAccess.create([moved, now]);
    await any.access();
    expect(await any.access()).toBe(ACCESS);
  });

  it.each([
    ['knows the cluster', [gone, closed], 'not opened'],
    ['comes first', [gone, gone], 'no such cluster here'],
  ])('fails as the source that %s', async (_, sources, message) => {
    await expect(
      AnyAccess.create(sources.map(access => ({ access }))).access(),
    ).rejects.toThrow(message);
  });
});
