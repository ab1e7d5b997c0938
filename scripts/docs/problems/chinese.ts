import problems from '../../../plugins/tke-cilium/src/translation/problems.zh-CN';
import { templateProblems } from './templateProblems.zh-CN';
import type { Wording } from './renderProblems';

/** What the pages of the browser say. */
const pageTexts: Record<string, string | undefined> = problems;

/** The page in Simplified Chinese, with the texts of the frontend plugin. */
export const CHINESE: Wording = {
  title: '问题目录',
  introduction:
    '产品会报告的所有问题，按代码排列；代码永不改变。‹名称› 代表因情况而异的内容。页面上的问题以中文显示；模板日志是英文，其中的问题可按代码在这里查到中文。',
  chapters: {
    readiness: '在集群页面上',
    preflight: '安装之前',
    values: 'Helm values 与选项',
    cluster: '集群的输入',
    'node-pool': '节点池的输入',
  },
  severities: { error: '错误：', warning: '警告：', info: '提示：' },
  more: '更多信息',
  texts: ({ code, message, remedy }) => {
    const log = templateProblems[code];
    return {
      message: translate(log?.message ?? pageTexts[`${code}.message`], message),
      remedy: translate(log?.remedy ?? pageTexts[`${code}.remedy`], remedy),
    };
  },
};

function translate(chinese: string | undefined, english: string): string {
  return (
    (chinese ?? english)
      .replace('{{text}}', () => english)
      // The detail in parentheses, which may be nothing.
      .replace('{{because}}', '')
      .replace(/\{\{(\w+)\}\}/g, '‹$1›')
  );
}
