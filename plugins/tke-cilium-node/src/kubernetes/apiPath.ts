import { ObjectReference, ResourceReference } from './types';

/** Path of an object, or of the list of its kind. @public */
export function apiPath(
  reference: ResourceReference | ObjectReference,
): string {
  const { apiVersion, namespace, plural } = reference;
  const root = apiVersion.includes('/') ? '/apis' : '/api';
  const parts = [root, apiVersion];
  if (namespace) {
    parts.push('namespaces', encodeURIComponent(namespace));
  }
  parts.push(plural);
  if ('name' in reference) {
    parts.push(encodeURIComponent(reference.name));
  }
  return parts.join('/');
}

/** How an object is called in messages: `daemonsets.apps kube-system/kube-proxy`. */
export function describeReference(
  reference: ResourceReference | ObjectReference,
): string {
  const { apiVersion, namespace, plural } = reference;
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : '';
  const where =
    'name' in reference
      ? [namespace, reference.name].filter(Boolean).join('/')
      : namespace && `in namespace ${namespace}`;
  return [`${plural}${group}`, where].filter(Boolean).join(' ');
}
