import problems from '../../../plugins/tke-cilium/src/translation/problems.zh-CN';
import type { Wording } from './renderProblems';

/** The page in Simplified Chinese, with the texts of the frontend plugin. */
export const CHINESE: Wording = {
  title: '问题目录',
  introduction:
    '产品会报告的所有问题，按代码排列；代码永不改变。‹名称› 代表因情况而异的内容。页面上的问题有中文；只出现在模板日志里的问题，与日志一样是英文。',
  chapters: {
    readiness: '在集群页面上',
    preflight: '安装之前',
    values: 'Helm values 与选项',
    cluster: '集群的输入',
    'node-pool': '节点池的输入',
  },
  severities: { error: '错误：', warning: '警告：', info: '提示：' },
  more: '更多信息',
  texts: ({ code, message, remedy }) => ({
    message: translate(`${code}.message`, message),
    remedy: translate(`${code}.remedy`, remedy),
  }),
};

function translate(key: string, english: string): string {
  // What only the log of a template says is English there, too.
  const messages: Record<string, string | undefined> = problems;
  return (
    (messages[key] ?? english)
      .replace('{{text}}', () => english)
      // The detail in parentheses, which may be nothing.
      .replace('{{because}}', '')
      .replace(/\{\{(\w+)\}\}/g, '‹$1›')
  );
}
