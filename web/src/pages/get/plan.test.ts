import { describe, expect, it } from 'vitest';
import { planOf } from './plan';
import { recognise } from './recognise';

const students = [
  { student_id: 'anna', username: 'sunny.garden' },
  { student_id: 'ben', username: 'harbor_lights' },
];
const video = (name: string) => `https://www.tiktok.com/@${name}/video/7676039855859302657`;
const plan = (text: string, student = '', creator = '') =>
  planOf({ found: recognise(text), student, creator, students });

describe('planOf', () => {
  it('leaves links to whoever is linked to their creator', () => {
    expect(plan(video('x'))).toEqual({
      posts: [video('x')],
      studentId: null,
      creators: [],
      links: [],
      problem: null,
    });
  });

  it('takes the student of a creator, or makes one of the name', () => {
    const both = plan('@Sunny.Garden\n@New_One');

    expect(both.creators).toEqual([
      { studentId: 'anna', username: 'Sunny.Garden' },
      { studentId: 'new_one', username: 'New_One' },
    ]);
    expect(both.links).toEqual([{ studentId: 'new_one', username: 'New_One' }]);
  });

  it('links a new student to the creator whom the addresses name', () => {
    expect(plan(video('x'), 'carl').links).toEqual([{ studentId: 'carl', username: 'x' }]);
    expect(plan(video('x'), 'carl', '@y').links).toEqual([{ studentId: 'carl', username: 'y' }]);
    expect(plan('7676039855859302657', 'carl').problem).toContain('name the creator');
  });

  it('says what does not fit', () => {
    expect(plan('@harbor_lights', 'anna').problem).toBe('anna is linked to @sunny.garden.');
    expect(plan('@harbor_lights', 'carl').problem).toBe('@harbor_lights is linked to ben already.');
    expect(plan('@a\n@b', 'anna').problem).toContain('one creator');
    expect(plan(video('x'), 'a b').problem).toContain('Letters');
    expect(plan(video('x'), 'anna').problem).toBeNull();
  });
});
