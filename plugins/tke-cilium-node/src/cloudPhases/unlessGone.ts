import { isNotFound } from '../tencentCloud/TencentCloudError';

/** Lets a call fail because what it is about is gone: lists show that for a while. */
export async function unlessGone(call: Promise<unknown>): Promise<void> {
  await call.catch(error => {
    if (!isNotFound(error)) {
      throw error;
    }
  });
}
